package io.github.portregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The colours of the kinds of ports on the page's map, as its style sheet has them. */
class ExploreColoursTest {

    private static final List<String> KINDS =
            List.of("with-reference", "without-reference", "reserved", "unassigned", "unlisted");

    /** A difference in OKLab that is seen at a glance in small squares; 0.02 is just noticeable in large ones. */
    private static final double CLEAR = 0.12;

    /** How eyes see, as linear RGB: Machado, Oliveira and Fernandes 2009, with a whole class of cones missing. */
    private enum Eyes {
        COMMON(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTAN(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        DEUTAN(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        TRITAN(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

        private final double[] matrix;

        Eyes(double... matrix) {
            this.matrix = matrix;
        }
    }

    private static final double[] TO_CONES = {
        0.4122214708, 0.5363325363, 0.0514459929,
        0.2119034982, 0.6806995451, 0.1073969566,
        0.0883024619, 0.2817188376, 0.6299787005
    };

    private static final double[] TO_OKLAB = {
        0.2104542553, 0.7936177850, -0.0040720468,
        1.9779984951, -2.4285922050, 0.4505937099,
        0.0259040371, 0.7827717662, -0.8086757660
    };

    @ParameterizedTest
    @EnumSource
    void distinguishesKindsForAllEyes(Eyes eyes) throws IOException {
        for (List<String> colours : List.of(colours(0), colours(1))) {
            for (int i = 0; i < colours.size(); i++) {
                for (int j = i + 1; j < colours.size(); j++) {
                    assertThat(distance(oklab(colours.get(i), eyes), oklab(colours.get(j), eyes)))
                            .as("%s and %s", colours.get(i), colours.get(j))
                            .isGreaterThan(CLEAR);
                }
            }
        }
    }

    /** Returns the colours of the kinds on a light background, which come first in the style sheet, or on a dark one. */
    private static List<String> colours(int background) throws IOException {
        String css = Files.readString(Path.of("src/main/resources/io/github/portregistry/cli/explore.css"));
        List<String> colours = new ArrayList<>();
        for (String kind : KINDS) {
            List<String> found = Pattern.compile(" --" + kind + ": (#[0-9a-f]{6});")
                    .matcher(css)
                    .results()
                    .map(result -> result.group(1))
                    .toList();
            assertThat(found).hasSize(2);
            colours.add(found.get(background));
        }
        return colours;
    }

    private static double[] oklab(String colour, Eyes eyes) {
        double[] rgb = new double[3];
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            rgb[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        double[] seen = Arrays.stream(product(eyes.matrix, rgb))
                .map(c -> Math.min(Math.max(c, 0), 1))
                .toArray();
        return product(
                TO_OKLAB, Arrays.stream(product(TO_CONES, seen)).map(Math::cbrt).toArray());
    }

    private static double[] product(double[] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 9; i++) {
            product[i / 3] += matrix[i] * vector[i % 3];
        }
        return product;
    }

    private static double distance(double[] a, double[] b) {
        double squares = 0;
        for (int i = 0; i < 3; i++) {
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(squares);
    }
}
