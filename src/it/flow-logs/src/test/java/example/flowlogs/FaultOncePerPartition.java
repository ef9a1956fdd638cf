package example.flowlogs;

import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.util.LongAccumulator;

/** Lets the first attempt of every task die in the middle of its lines. */
final class FaultOncePerPartition implements MapPartitionsFunction<String, String> {

    private static final long serialVersionUID = 1L;

    private final LongAccumulator faults;
    private final int line;

    FaultOncePerPartition(LongAccumulator faults, int line) {
        this.faults = faults;
        this.line = line;
    }

    @Override
    public Iterator<String> call(Iterator<String> lines) {
        boolean isFirstAttempt = TaskContext.get().attemptNumber() == 0;
        return new Iterator<>() {
            private int seen;

            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public String next() {
                if (++seen == line) {
                    if (isFirstAttempt) {
                        throw new IllegalStateException("a fault, as the test wants it");
                    }
                    faults.add(1); // counted by the attempt that succeeds: sums of failed ones are dropped
                }
                return lines.next();
            }
        };
    }
}
