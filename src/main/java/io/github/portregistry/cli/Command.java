package io.github.portregistry.cli;

import java.io.IOException;

/** A command: its help, and what it does. */
interface Command {

    /** Returns what the command takes. */
    Usage usage();

    /**
     * Answers on the console.
     *
     * @return whether there was something to find, which makes the exit status 0, else 1
     * @throws IOException if standard input cannot be read
     * @throws Trouble if the arguments make no sense, or a file cannot be used
     */
    boolean run(Arguments arguments, Console console) throws IOException;
}
