package example.flowlogs;

/** Puts a constant where the registry's answer would be; the port is the lower one, so that the job sums up as much. */
final class ConstantLabelling implements Labelling {

    private final FlowLabel[] labels = new FlowLabel[65536];

    @Override
    public FlowLabel label(FlowRecord flow) {
        int port = Math.min(flow.sourcePort(), flow.destinationPort());
        if (port == FlowRecord.ABSENT) {
            return FlowLabel.NO_PORTS;
        }
        FlowLabel label = labels[port];
        if (label == null) {
            labels[port] = label = new FlowLabel("tcp", port, "https", "system", "assigned", FlowLabel.NONE);
        }
        return label;
    }
}
