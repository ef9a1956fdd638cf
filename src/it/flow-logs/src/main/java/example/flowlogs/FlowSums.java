package example.flowlogs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;

/**
 * Sums up the lines of flow logs and labels the sums.
 *
 * <p>The port of the service side is chosen where a line is read, and the lines are summed up by it there. Only these
 * sums are shuffled, and each of them is labelled once.
 */
final class FlowSums {

    private static final StructType SUMS =
            StructType.fromDDL("protocol INT, port INT, malformed STRING, flows LONG, packets LONG, bytes LONG");

    /** The service side; both are null for flows without a port. */
    private record Side(Integer protocol, Integer port) {
        static final Side NONE = new Side(null, null);
    }

    private FlowSums() {}

    /** Returns flows, packets and bytes by label, and flows by the text of each malformed line. */
    static Dataset<Row> of(Dataset<String> lines, Broadcast<FlowLabelling> labelling) {
        MapPartitionsFunction<String, Row> sumUp = partition -> sumUp(partition, labelling.value());
        return lines.mapPartitions(sumUp, Encoders.row(SUMS))
                .groupBy("protocol", "port", "malformed")
                .agg(
                        sum("flows").as("flows"),
                        sum("packets").as("packets"),
                        sum("bytes").as("bytes"))
                .withColumn("label", label(labelling).apply(col("protocol"), col("port")));
    }

    static UserDefinedFunction label(Broadcast<FlowLabelling> labelling) {
        UDF2<Integer, Integer, Row> label =
                (protocol, port) -> port == null ? null : labelling.value().label(protocol, port);
        return udf(label, FlowLabelling.SCHEMA);
    }

    /** Passes on each malformed line as it comes, since a file may have nothing else, and then the sums. */
    private static Iterator<Row> sumUp(Iterator<String> lines, FlowLabelling labelling) {
        Map<Side, long[]> sums = new HashMap<>();
        Stream<Row> malformed = StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, 0), false)
                .mapMulti((line, rows) -> FlowRecord.parse(line)
                        .ifPresentOrElse(
                                flow -> add(flow, labelling.servicePort(flow), sums),
                                () -> rows.accept(row(Side.NONE, line, 1, 0, 0))));
        Stream<Row> summed = Stream.of(sums)
                .flatMap(all -> all.entrySet().stream())
                .map(sum -> row(sum.getKey(), null, sum.getValue()));
        return Stream.concat(malformed, summed).iterator();
    }

    private static void add(FlowRecord flow, int port, Map<Side, long[]> sums) {
        Side side = port == FlowRecord.ABSENT ? Side.NONE : new Side(flow.protocol(), port);
        long[] sum = sums.computeIfAbsent(side, absent -> new long[3]);
        sum[0]++;
        sum[1] += flow.packets();
        sum[2] += flow.bytes();
    }

    private static Row row(Side side, String malformed, long... sum) {
        return RowFactory.create(side.protocol, side.port, malformed, sum[0], sum[1], sum[2]);
    }
}
