/** Explains ports. */
module example.modular {
    requires io.github.portregistry;
}
