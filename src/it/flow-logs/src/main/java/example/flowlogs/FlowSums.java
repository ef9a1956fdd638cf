package example.flowlogs;

import static example.flowlogs.FlowRecord.ABSENT;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Sums up the lines of flow logs and labels the sums.
 *
 * <p>The port of the service side is chosen where a line is read. There the lines are summed up by their protocol and
 * port, by their state if they have no port, and by their text if they are malformed. Only these sums are shuffled, and a
 * label is made once for each of them.
 */
final class FlowSums {

    private static final StructType KEYED = new StructType()
            .add("protocol", DataTypes.IntegerType, false)
            .add("port", DataTypes.IntegerType, false)
            .add("portless", DataTypes.StringType)
            .add("malformed", DataTypes.StringType)
            .add("packets", DataTypes.LongType, false)
            .add("bytes", DataTypes.LongType, false);

    private static final StructType LABELLED = FlowLabel.SCHEMA
            .add("malformed", DataTypes.StringType)
            .add("flows", DataTypes.LongType, false)
            .add("packets", DataTypes.LongType, false)
            .add("bytes", DataTypes.LongType, false);

    private FlowSums() {}

    /** Returns flows, packets and bytes by label, and by the text of each malformed line. */
    static Dataset<Row> of(Dataset<String> lines, LabellingSource source) {
        MapFunction<String, Row> read = line -> keyed(line, source.open());
        MapFunction<Row, Row> label = sum -> labelled(sum, source.open());
        return sumUp(lines.map(read, Encoders.row(KEYED))).map(label, Encoders.row(LABELLED));
    }

    /** Sums up rows that have the columns protocol, port, portless, malformed, packets and bytes. */
    static Dataset<Row> sumUp(Dataset<Row> keyed) {
        return keyed.groupBy("protocol", "port", "portless", "malformed")
                .agg(
                        count(lit(1)).as("flows"),
                        sum("packets").as("packets"),
                        sum("bytes").as("bytes"));
    }

    private static Row keyed(String line, Labelling labelling) {
        FlowRecord flow = FlowRecord.parse(line).orElse(null);
        if (flow == null) {
            return RowFactory.create(ABSENT, ABSENT, FlowLabel.MALFORMED, line, 0L, 0L);
        }
        int port = flow.status() == FlowRecord.Status.OK ? labelling.servicePort(flow) : ABSENT;
        return port == ABSENT
                ? RowFactory.create(
                        ABSENT, ABSENT, FlowLabel.portless(flow.status()), null, flow.packets(), flow.bytes())
                : RowFactory.create(flow.protocol(), port, null, null, flow.packets(), flow.bytes());
    }

    private static Row labelled(Row sum, Labelling labelling) {
        String portless = sum.getAs("portless");
        FlowLabel label = portless != null
                ? FlowLabel.ofPortless(portless)
                : labelling.label(sum.<Integer>getAs("protocol"), sum.<Integer>getAs("port"));
        return RowFactory.create(
                label.transport(),
                label.port(),
                label.service(),
                label.range(),
                label.state(),
                label.finding(),
                sum.getAs("malformed"),
                sum.getAs("flows"),
                sum.getAs("packets"),
                sum.getAs("bytes"));
    }
}
