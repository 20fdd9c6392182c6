package org.handbell.analysis.policy;

/// When a rule or an exemption holds, over what was hit and what is known around the post.
@FunctionalInterface
public interface Condition {

    /// Holds always.
    Condition ALWAYS = scope -> true;

    boolean holds(Scope scope);
}
