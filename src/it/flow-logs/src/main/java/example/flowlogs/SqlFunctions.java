package example.flowlogs;

import io.github.portregistry.PortInterval;
import io.github.portregistry.PortNames;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;

/**
 * The labelling as functions of SQL, for columns of any integer type. Both return null for a protocol without ports,
 * such as 1. A number that is not a port is an error.
 *
 * <ul>
 *   <li>{@code port_label(port, protocol)}: the library's label, such as {@code 443/tcp https}; null without a port
 *   <li>{@code registered_side(srcport, dstport, protocol)}: the service side's port, as the job chooses it; if one of
 *       the two is null, the other
 * </ul>
 */
public final class SqlFunctions {

    private SqlFunctions() {}

    /** Registers the functions with a session, to answer from a registry. */
    public static void register(SparkSession spark, PortRegistry registry) {
        Broadcast<FlowLabelling> labelling = FlowLogJob.broadcast(spark, registry);
        UDF2<Number, Number, String> label = (port, protocol) -> {
            PortNames names = labelling.value().registry().names();
            return TransportProtocol.findNumber(integer(protocol))
                    .map(transport -> port == null ? null : names.label(integer(port), transport))
                    .orElse(null);
        };
        UDF3<Number, Number, Number, Integer> side = (source, destination, protocol) -> {
            FlowRecord flow = new FlowRecord(integer(protocol), port(source), port(destination), 0, 0);
            int port = labelling.value().servicePort(flow);
            return port == FlowRecord.ABSENT ? null : port;
        };
        spark.udf().register("port_label", label, DataTypes.StringType);
        spark.udf().register("registered_side", side, DataTypes.IntegerType);
    }

    private static int port(Number number) {
        return number == null
                ? FlowRecord.ABSENT
                : PortInterval.of(integer(number)).first();
    }

    private static int integer(Number number) {
        return number == null ? FlowRecord.ABSENT : Integer.parseInt(number.toString());
    }
}
