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
 * Labels flows without the library in the tasks, as Spark's users know it: by broadcast joins with a table of all ports.
 * Lines are read and summed up as the job does it, and the labels are the same. What the job is measured against.
 */
final class LabelJoin {

    private static final int PORTS = 65536;

    private static final StructType TABLE = new StructType()
            .add("protocol", DataTypes.IntegerType, false)
            .add("port", DataTypes.IntegerType, false)
            .add("label", FlowLabel.SCHEMA, false);

    private static final StructType FLOW = new StructType()
            .add("protocol", DataTypes.IntegerType, false)
            .add("source", DataTypes.IntegerType, false)
            .add("destination", DataTypes.IntegerType, false)
            .add("portless", DataTypes.StringType)
            .add("malformed", DataTypes.StringType)
            .add("packets", DataTypes.LongType, false)
            .add("bytes", DataTypes.LongType, false);

    private LabelJoin() {}

    /**
     * Writes the label of every port over every transport, 262,144 rows, to a folder: Spark reads a file of so many rows
     * sooner than rows of the driver.
     */
    static Dataset<Row> table(PortRegistry registry, SparkSession spark, Path folder) {
        Labelling labelling = new RegistryLabelling(registry);
        List<Row> rows = new ArrayList<>();
        for (TransportProtocol transport : TransportProtocol.values()) {
            int protocol = transport.number();
            for (int port = 0; port < PORTS; port++) {
                rows.add(RowFactory.create(protocol, port, row(labelling.label(protocol, port))));
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

    /**
     * Joins each flow with the registered ports twice, to choose the lower of its two unless only the higher is one of
     * them, sums up, and joins the sums with the labels.
     */
    static Dataset<Row> sums(Dataset<String> lines, Dataset<Row> table) {
        Dataset<Row> registered =
                table.filter(col("label.state").equalTo("assigned")).select("protocol", "port");
        Column source = nullif(col("source"), lit(ABSENT));
        Column destination = nullif(col("destination"), lit(ABSENT));
        Column isOnlyHigherRegistered =
                col("higher.port").isNotNull().and(col("lower.port").isNull());
        Column hasPort = col("flow.portless").isNull();
        Column port =
                when(isOnlyHigherRegistered, greatest(source, destination)).otherwise(least(source, destination));
        Dataset<Row> keyed = lines.map((MapFunction<String, Row>) LabelJoin::flow, Encoders.row(FLOW))
                .as("flow")
                .join(broadcast(registered.as("lower")), isOf("lower", least(source, destination)), "left")
                .join(broadcast(registered.as("higher")), isOf("higher", greatest(source, destination)), "left")
                .select(
                        col("flow.protocol"),
                        coalesce(when(hasPort, port), lit(ABSENT)).as("port"),
                        col("portless"),
                        col("malformed"),
                        col("packets"),
                        col("bytes"));
        return FlowSums.sumUp(keyed)
                .as("flow")
                .join(broadcast(table.as("table")), isOf("table", col("flow.port")), "left")
                .select(
                        coalesce(col("label"), portlessLabel()).as("label"),
                        col("malformed"),
                        col("flows"),
                        col("packets"),
                        col("bytes"))
                .select("label.*", "malformed", "flows", "packets", "bytes");
    }

    private static Column isOf(String side, Column port) {
        return col("flow.protocol").equalTo(col(side + ".protocol")).and(port.equalTo(col(side + ".port")));
    }

    private static Column portlessLabel() {
        return struct(
                lit(FlowLabel.NONE).as("transport"),
                lit(ABSENT).as("port"),
                lit(FlowLabel.NONE).as("service"),
                lit(FlowLabel.NONE).as("range"),
                coalesce(col("portless"), lit(FlowLabel.portless(FlowRecord.Status.OK)))
                        .as("state"),
                lit(FlowLabel.NONE).as("finding"));
    }

    private static Row flow(String line) {
        FlowRecord flow = FlowRecord.parse(line).orElse(null);
        if (flow == null) {
            return RowFactory.create(ABSENT, ABSENT, ABSENT, FlowLabel.MALFORMED, line, 0L, 0L);
        }
        return RowFactory.create(
                flow.protocol(),
                flow.sourcePort(),
                flow.destinationPort(),
                flow.status() == FlowRecord.Status.OK ? null : FlowLabel.portless(flow.status()),
                null,
                flow.packets(),
                flow.bytes());
    }
}
