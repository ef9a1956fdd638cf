package example.flowlogs;

/** Puts a constant where the registry's answer would be; the port is the lower one, so that the job sums up as much. */
final class ConstantLabelling implements Labelling {

    @Override
    public int servicePort(FlowRecord flow) {
        return Math.min(flow.sourcePort(), flow.destinationPort());
    }

    @Override
    public FlowLabel label(int protocol, int port) {
        return new FlowLabel("tcp", port, "https", "system", "assigned", FlowLabel.NONE);
    }
}
