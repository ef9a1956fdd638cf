package io.github.portregistry;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.function.IntConsumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How every public method rejects an argument that it cannot take, so that a test says it in one line a call. */
final class Rejections {

    private Rejections() {}

    /** Checks that a call with null for a parameter fails by that parameter's name. */
    static void assertRejectsNull(String parameter, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(parameter);
    }

    /** Checks that a call fails for the numbers beside the ports, 0 to 65535, and for those farthest from them. */
    static void assertRejectsPortsOutOfRange(IntConsumer call) {
        for (int number : List.of(-1, 65536, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> call.accept(number))
                    .withMessage("port " + number + " is outside 0 to 65535");
        }
    }

    /** Checks that a call refuses a text, first of all for a reason and because of what stands at an index of it. */
    static void assertRefused(ThrowingCallable call, String text, int index, String reason) {
        assertThatExceptionOfType(PortSpecException.class)
                .isThrownBy(call)
                .withMessageStartingWith(reason + " (at index " + index + " of " + Texts.quoted(text) + ")")
                .returns(reason, PortSpecException::reason)
                .returns(text, PortSpecException::text)
                .returns(index, PortSpecException::index);
    }
}
