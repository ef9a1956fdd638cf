package io.github.portregistry.cli;

import java.io.IOException;

/** A command of the command line. */
interface Command {

    /** Returns the usage of the command. */
    Usage usage();

    /**
     * Runs the command and prints the answer on the console.
     *
     * @return true if something was found, which makes the exit status 0 rather than 1
     * @throws IOException if standard input cannot be read
     * @throws Trouble if the arguments make no sense, or a file cannot be used
     */
    boolean run(Arguments arguments, Console console) throws IOException;
}
