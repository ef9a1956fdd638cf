package example.flowlogs;

import java.util.Locale;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What the registry says of the service side of a flow, as the job's columns have it. What a flow does not have is a
 * hyphen, as in the log.
 *
 * @param transport {@code tcp}, {@code udp}, {@code sctp}, {@code dccp}, or a hyphen
 * @param port the port of the service side, or -1
 * @param service the registered service, all of them where IANA's rows do not decide, or in parentheses why there is none
 * @param range {@code system}, {@code user}, {@code dynamic}, or a hyphen
 * @param state state of the port ({@code assigned}, {@code reserved}, {@code unassigned}, {@code unlisted}), or why the
 *     line has no port ({@code no-ports}, {@code nodata}, {@code skipdata}, {@code malformed})
 * @param finding {@code unassigned}, {@code dynamic}, {@code no-reference}, or a hyphen if the port is none of these
 */
record FlowLabel(String transport, int port, String service, String range, String state, String finding) {

    static final String NONE = "-";

    /** The state of a line that is no record. */
    static final String MALFORMED = "malformed";

    static final StructType SCHEMA = new StructType()
            .add("transport", DataTypes.StringType)
            .add("port", DataTypes.IntegerType)
            .add("service", DataTypes.StringType)
            .add("range", DataTypes.StringType)
            .add("state", DataTypes.StringType)
            .add("finding", DataTypes.StringType);

    /** Returns the label of lines without a port. */
    static FlowLabel ofPortless(String state) {
        return new FlowLabel(NONE, FlowRecord.ABSENT, NONE, NONE, state, NONE);
    }

    /** Returns why a record that has no port of a service has none. */
    static String portless(FlowRecord.Status status) {
        return status == FlowRecord.Status.OK ? "no-ports" : status.name().toLowerCase(Locale.ROOT);
    }
}
