package example.flowlogs;

/** A way to label flows; many threads may use it at once. */
@FunctionalInterface
interface Labelling {

    /**
     * Labels a flow.
     *
     * @param flow a well-formed record
     * @return its label
     */
    FlowLabel label(FlowRecord flow);
}
