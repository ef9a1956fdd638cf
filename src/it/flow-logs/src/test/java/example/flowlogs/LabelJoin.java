package example.flowlogs;

import static example.flowlogs.FlowRecord.ABSENT;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Labels lines without the library in the tasks, as Spark's users know it: by a broadcast join with a table of all ports.
 * The lines are read as the job reads them, and the labels are the same. What the job is measured against.
 */
final class LabelJoin {

    private static final int PORTS = 65536;

    private static final StructType TABLE = new StructType()
            .add("protocol", DataTypes.IntegerType, false)
            .add("port", DataTypes.IntegerType, false)
            .add(
                    "label",
                    new StructType()
                            .add("transport", DataTypes.StringType)
                            .add("port", DataTypes.IntegerType)
                            .add("service", DataTypes.StringType)
                            .add("range", DataTypes.StringType)
                            .add("state", DataTypes.StringType)
                            .add("finding", DataTypes.StringType),
                    false);

    private static final StructType FLOW = new StructType()
            .add("protocol", DataTypes.IntegerType, false)
            .add("source", DataTypes.IntegerType, false)
            .add("destination", DataTypes.IntegerType, false)
            .add("otherState", DataTypes.StringType)
            .add("packets", DataTypes.LongType, false)
            .add("bytes", DataTypes.LongType, false)
            .add("malformed", DataTypes.StringType);

    private LabelJoin() {}

    /**
     * Writes the label of every port over every transport, 262,144 rows, to a folder. Spark reads a file of so many rows
     * sooner than rows of the driver, and broadcasts it once for both joins.
     */
    static Dataset<Row> table(PortRegistry registry, SparkSession spark, Path folder) {
        Labelling labelling = new RegistryLabelling(registry);
        List<Row> rows = new ArrayList<>();
        for (TransportProtocol transport : TransportProtocol.values()) {
            int protocol = transport.number();
            for (int port = 0; port < PORTS; port++) {
                FlowLabel label = labelling.label(new FlowRecord(FlowRecord.Status.OK, protocol, port, ABSENT, 0, 0));
                rows.add(RowFactory.create(protocol, port, row(label)));
            }
        }
        spark.createDataFrame(rows, TABLE)
                .coalesce(1)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(folder.toString());
        return spark.read().parquet(folder.toString());
    }

    private static Row row(FlowLabel label) {
        return RowFactory.create(
                label.transport(), label.port(), label.service(), label.range(), label.state(), label.finding());
    }

    /** Looks up both ports of each flow, and takes the label of the lower one unless only the higher is registered. */
    static Dataset<Row> label(Dataset<String> lines, Dataset<Row> table) {
        Column source = nullif(col("source"), lit(ABSENT));
        Column destination = nullif(col("destination"), lit(ABSENT));
        Column isOnlyHigherRegistered = col("higher.label.state")
                .equalTo("assigned")
                .and(col("lower.label.state").notEqual("assigned"));
        Column label = when(isOnlyHigherRegistered, col("higher.label")).otherwise(col("lower.label"));
        return lines.map((MapFunction<String, Row>) LabelJoin::flow, Encoders.row(FLOW))
                .as("flow")
                .join(broadcast(table.as("lower")), isOf("lower", least(source, destination)), "left")
                .join(broadcast(table.as("higher")), isOf("higher", greatest(source, destination)), "left")
                .select(
                        coalesce(when(col("otherState").isNull(), label), labelWithoutPort())
                                .as("label"),
                        col("packets"),
                        col("bytes"),
                        col("malformed"))
                .select("label.*", "packets", "bytes", "malformed");
    }

    private static Column isOf(String side, Column port) {
        return col("flow.protocol").equalTo(col(side + ".protocol")).and(port.equalTo(col(side + ".port")));
    }

    private static Column labelWithoutPort() {
        return struct(
                lit(FlowLabel.NONE).as("transport"),
                lit(ABSENT).as("port"),
                lit(FlowLabel.NONE).as("service"),
                lit(FlowLabel.NONE).as("range"),
                coalesce(col("otherState"), lit(FlowLabel.NO_PORTS.state())).as("state"),
                lit(FlowLabel.NONE).as("finding"));
    }

    private static Row flow(String line) {
        FlowRecord flow = FlowRecord.parse(line).orElse(null);
        if (flow == null) {
            return RowFactory.create(ABSENT, ABSENT, ABSENT, FlowLabel.MALFORMED.state(), 0L, 0L, line);
        }
        String otherState = switch (flow.status()) {
            case OK -> null;
            case NODATA -> FlowLabel.NODATA.state();
            case SKIPDATA -> FlowLabel.SKIPDATA.state();
        };
        return RowFactory.create(
                flow.protocol(),
                flow.sourcePort(),
                flow.destinationPort(),
                otherState,
                flow.packets(),
                flow.bytes(),
                null);
    }
}
