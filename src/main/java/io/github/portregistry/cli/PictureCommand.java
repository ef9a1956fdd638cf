package io.github.portregistry.cli;

import io.github.portregistry.PortRegistry;
import java.util.function.Function;

/** Prints a picture or page of an edition, as a single file. */
final class PictureCommand implements Command {

    private final String name;
    private final String what;
    private final Function<PortRegistry, String> picture;

    PictureCommand(String name, String what, Function<PortRegistry, String> picture) {
        this.name = name;
        this.what = what;
        this.picture = picture;
    }

    @Override
    public Usage usage() {
        return Usage.of("""
                Usage: ports %s [FILE]

                Prints %s, of the edition in FILE or the bundled one.

                """.formatted(name, what));
    }

    @Override
    public boolean run(Arguments arguments, Console console) {
        String file = arguments.operand(name, "FILE");
        console.print(picture.apply(EditionFiles.registry(file, arguments, console)));
        return true;
    }
}
