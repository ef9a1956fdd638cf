package io.github.portregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PortKindTest {

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
    void keepsItsColoursApartForAllEyes(Eyes eyes) {
        assertThat(tooClose(PortKind::light, eyes)).isEmpty();
        assertThat(tooClose(PortKind::dark, eyes)).isEmpty();
    }

    private static List<String> tooClose(Function<PortKind, String> colour, Eyes eyes) {
        List<String> pairs = new ArrayList<>();
        for (PortKind a : PortKind.values()) {
            for (PortKind b : PortKind.values()) {
                double difference = distance(oklab(colour.apply(a), eyes), oklab(colour.apply(b), eyes));
                if (a.compareTo(b) < 0 && difference < CLEAR) {
                    pairs.add(a + " and " + b + ": " + difference);
                }
            }
        }
        return pairs;
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
