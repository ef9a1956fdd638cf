package example.flowlogs;

import io.github.portregistry.PortRegistry;
import java.io.Serializable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/** Where a task gets its labelling from. This goes out with every task, so it is small; a registry does not. */
@FunctionalInterface
interface LabellingSource extends Serializable {

    /** Called in a task, for each line. */
    Labelling open();

    /** The edition in the jar: nothing is sent, each executor loads it once. */
    static LabellingSource bundled() {
        return RegistryLabelling::bundled;
    }

    /** Your own registry: sent to each executor once. */
    static LabellingSource broadcast(PortRegistry registry, SparkSession spark) {
        return new Sent(
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(new RegistryLabelling(registry)));
    }

    /** Keeps what a task has received: asking the broadcast takes a lock. */
    final class Sent implements LabellingSource {

        private static final long serialVersionUID = 1L;

        private final Broadcast<RegistryLabelling> broadcast;
        private transient RegistryLabelling received;

        private Sent(Broadcast<RegistryLabelling> broadcast) {
            this.broadcast = broadcast;
        }

        @Override
        public Labelling open() {
            if (received == null) {
                received = broadcast.value();
            }
            return received;
        }
    }
}
