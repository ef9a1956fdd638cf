package example.flowlogs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What the job finds out about the lines of flow logs. The lines are read once, however many tables are asked for. */
final class FlowReport implements AutoCloseable {

    /** How many ports the list has for each kind of finding. */
    static final int TOP = 25;

    private static final Column FLOWS = col("flows");

    private final Dataset<Row> sums;

    /** Takes sums with the columns that {@link FlowSums#of} gives them. */
    FlowReport(Dataset<Row> sums) {
        this.sums = sums.persist();
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
