package io.github.portregistry;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How every public method rejects an argument that it cannot take, so that a test says it in one line a call. */
final class Rejections {

    private Rejections() {}

    /** Checks that a call with null for a parameter fails by that parameter's name. */
    static void assertRejectsNull(String parameter, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(parameter);
    }
}
