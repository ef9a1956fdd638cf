package example.flowlogs;

import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Makes a row of a line: its label, its counts, and, if it is malformed, the line itself in a column of its own. */
final class LineLabeller implements MapFunction<String, Row> {

    static final StructType SCHEMA = new StructType()
            .add("transport", DataTypes.StringType)
            .add("port", DataTypes.IntegerType)
            .add("service", DataTypes.StringType)
            .add("range", DataTypes.StringType)
            .add("state", DataTypes.StringType)
            .add("finding", DataTypes.StringType)
            .add("packets", DataTypes.LongType)
            .add("bytes", DataTypes.LongType)
            .add("malformed", DataTypes.StringType);

    private static final long serialVersionUID = 1L;

    private final LabellingSource source;

    /** Made in the task. */
    private transient Labelling labelling;

    LineLabeller(LabellingSource source) {
        this.source = source;
    }

    @Override
    public Row call(String line) {
        if (labelling == null) {
            labelling = source.open();
        }
        Optional<FlowRecord> parsed = FlowRecord.parse(line);
        if (parsed.isEmpty()) {
            return row(FlowLabel.MALFORMED, 0, 0, line);
        }
        FlowRecord flow = parsed.get();
        return row(labelling.label(flow), flow.packets(), flow.bytes(), null);
    }

    private static Row row(FlowLabel label, long packets, long bytes, String malformed) {
        return RowFactory.create(
                label.transport(),
                label.port(),
                label.service(),
                label.range(),
                label.state(),
                label.finding(),
                packets,
                bytes,
                malformed);
    }
}
