package example.flowlogs;

import io.github.portregistry.PortRegistry;
import java.io.Serializable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/** Where a task gets its labelling from. This goes out with every task, so it is small; a registry does not. */
@FunctionalInterface
interface LabellingSource extends Serializable {

    /** Called in a task. */
    Labelling open();

    /** The edition in the jar: nothing is sent, each executor loads it once. */
    static LabellingSource bundled() {
        return RegistryLabelling::bundled;
    }

    /** A registry of one's own: sent to each executor once. */
    static LabellingSource broadcast(PortRegistry registry, SparkSession spark) {
        Broadcast<RegistryLabelling> labelling =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(new RegistryLabelling(registry));
        return labelling::value;
    }
}
