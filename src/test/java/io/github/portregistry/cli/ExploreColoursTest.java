package io.github.portregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colours of the kinds of ports on the page's map, as its style sheet has them. */
class ExploreColoursTest {

    /** What WCAG 2.2, criterion 1.4.11, asks of parts of a picture. */
    private static final double CONTRAST = 3;

    /** How eyes see, as linear RGB: Machado, Oliveira and Fernandes 2009, with a whole class of cones missing; or grey. */
    private enum Eyes {
        COMMON(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTAN(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        DEUTAN(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        TRITAN(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900),
        GREY(0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722);

        private final double[] matrix;

        Eyes(double... matrix) {
            this.matrix = matrix;
        }

        /** Returns the relative luminance of a colour. */
        double luminance(String colour) {
            double[] rgb = new double[3];
            for (int i = 0; i < 9; i++) {
                double c = Integer.parseInt(colour.substring(1 + 2 * (i % 3), 3 + 2 * (i % 3)), 16) / 255.0;
                rgb[i / 3] += matrix[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
            }
            return 0.2126 * clamped(rgb[0]) + 0.7152 * clamped(rgb[1]) + 0.0722 * clamped(rgb[2]);
        }

        private static double clamped(double c) {
            return Math.min(Math.max(c, 0), 1);
        }
    }

    /**
     * Pairs of neighbours on the map and among the bars of years. Two are missing: a reserved port has a stripe of the
     * colour of unassigned ones, by which it differs from one that cites a document; and unlisted ports have a part of
     * the map for themselves.
     */
    @ParameterizedTest
    @CsvSource({
        "with-reference, without-reference",
        "with-reference, unassigned",
        "with-reference, unlisted",
        "without-reference, reserved",
        "without-reference, unassigned",
        "without-reference, unlisted",
        "without-reference, ground",
        "reserved, unassigned",
        "reserved, unlisted",
        "text, panel",
        "quiet, panel",
        "link, panel"
    })
    void distinguishesNeighboursForAllEyes(String one, String other) throws IOException {
        for (int background : new int[] {0, 1}) {
            for (Eyes eyes : Eyes.values()) {
                double a = eyes.luminance(colour(one, background));
                double b = eyes.luminance(colour(other, background));
                assertThat((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05))
                        .as("%s on background %s", eyes, background)
                        .isGreaterThan(other.equals("panel") ? 4.5 : CONTRAST);
            }
        }
    }

    /** Returns a colour on a light background, which comes first in the style sheet, or on a dark one. */
    private static String colour(String name, int background) throws IOException {
        String css = Files.readString(Path.of("src/main/resources/io/github/portregistry/cli/explore.css"));
        List<String> found = Pattern.compile(" --" + name + ": (#[0-9a-f]{6});")
                .matcher(css)
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(found).hasSize(2);
        return found.get(background);
    }
}
