package org.handbell.benchmarks;

/// How large a run is.
///
/// @param families families of phrases in the pack, its own included
/// @param rules rules in the pack, its own included
/// @param phrases phrases in its lexicons, its own included
/// @param pupils names in the register that arrive hashed
/// @param posts different posts, which the runs go through over and over
/// @param seed the same seed makes the same trust, pack and posts
public record Scale(int families, int rules, int phrases, int pupils, int posts, long seed) {

    /// What the figures are measured with.
    public static final Scale FULL = new Scale(500, 500, 10_000, 2_000, 20_000, 20_261_122);

    public Scale withPupils(int count) {
        return new Scale(families, rules, phrases, count, posts, seed);
    }

    public Scale withPosts(int count) {
        return new Scale(families, rules, phrases, pupils, count, seed);
    }
}
