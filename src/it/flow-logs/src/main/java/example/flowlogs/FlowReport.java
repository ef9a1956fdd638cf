package example.flowlogs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * What the job finds out about the lines of flow logs.
 *
 * <p>The lines are read once. They are summed up by label and port where they lie, and only these sums are shuffled: at
 * most one a port and transport, and one for each text of a malformed line.
 */
final class FlowReport implements AutoCloseable {

    /** How many ports the list has for each kind of finding. */
    static final int TOP = 25;

    private static final Column FLOWS = col("flows");

    private final Dataset<Row> sums;

    FlowReport(Dataset<String> lines, LabellingSource source) {
        Dataset<Row> labelled = label(lines.filter(col("value").notEqual(FlowRecord.HEADER)), source);
        sums = labelled.groupBy("transport", "port", "service", "range", "state", "finding", "malformed")
                .agg(
                        count(lit(1)).as("flows"),
                        sum("packets").as("packets"),
                        sum("bytes").as("bytes"))
                .persist();
    }

    private static Dataset<Row> label(Dataset<String> lines, LabellingSource source) {
        return lines.map(new LineLabeller(source), Encoders.row(LineLabeller.SCHEMA));
    }

    /** Flows, packets and bytes by service, range and state; the flows add up to the number of lines. */
    Dataset<Row> services() {
        return sums.groupBy("service", "range", "state")
                .agg(
                        sum("flows").as("flows"),
                        sum("packets").as("packets"),
                        sum("bytes").as("bytes"))
                .orderBy(FLOWS.desc(), col("service"), col("range"), col("state"));
    }

    /** The ports with the most flows, of each kind of finding. */
    Dataset<Row> findings() {
        Column rank =
                row_number().over(Window.partitionBy("finding").orderBy(FLOWS.desc(), col("port"), col("transport")));
        return sums.filter(col("finding").notEqual(FlowLabel.NONE))
                .withColumn("rank", rank)
                .filter(col("rank").leq(TOP))
                .select("finding", "rank", "port", "transport", "service", "flows", "packets", "bytes")
                .orderBy("finding", "rank");
    }

    /** Every malformed line, as it stood, and how often. */
    Dataset<Row> malformed() {
        return sums.filter(col("malformed").isNotNull()).select("malformed", "flows");
    }

    @Override
    public void close() {
        sums.unpersist();
    }
}
