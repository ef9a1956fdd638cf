package io.github.portregistry;

/**
 * Marks types whose methods have no effect but their result, so that Error Prone refuses a statement that drops it. It
 * knows this annotation by its name.
 */
@interface CheckReturnValue {

    /** Marks a method that may be called for its effect. */
    @interface CanIgnoreReturnValue {}
}
