package io.github.portregistry.cli;

/** Prints the page to explore an edition. */
final class ExploreCommand implements Command {

    private static final Usage USAGE = Usage.of("""
            Usage: ports explore [FILE]

            Prints a page to search all ports, of the edition in FILE or the bundled one:
            ports explore > ports.html, and open that in a browser. It loads nothing, and
            its address has the search, as in ports.html#mysql.

            """);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean run(Arguments arguments, Console console) {
        String file = arguments.edition(arguments.operand("explore", "FILE"));
        console.print(ExplorePage.html(EditionFiles.registry(file, console)));
        return true;
    }
}
