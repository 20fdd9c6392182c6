package org.handbell.analysis.judge;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.meaning.Meaning;
import org.jspecify.annotations.Nullable;

/// Facts about post and account as conditions ask for them: each is looked up when it is asked for,
/// since most rules ask for none.
final class Frame extends AbstractMap<String, Object> {

    private static final List<String> NAMES =
            List.of(
                    "action",
                    "platform",
                    "kind",
                    "approved",
                    "spokesperson",
                    "governor",
                    "consented",
                    "permitted",
                    "read",
                    "sure",
                    "meant");

    private final Circumstances circumstances;
    private final Meaning meaning;
    private final String clause;
    private final Supplier<Boolean> consented;
    private final Supplier<List<String>> permitted;

    /// @param meaning what the model takes the post to mean
    /// @param clause the rule's
    /// @param consented whether a recorded permission covers the picture
    /// @param permitted what senior leadership agreed
    Frame(
            Circumstances circumstances,
            Meaning meaning,
            String clause,
            Supplier<Boolean> consented,
            Supplier<List<String>> permitted) {
        this.circumstances = circumstances;
        this.meaning = meaning;
        this.clause = clause;
        this.consented = consented;
        this.permitted = permitted;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return switch (String.valueOf(name)) {
            case "action" -> word(circumstances.post().action());
            case "platform" -> word(circumstances.post().platform());
            case "kind" -> word(circumstances.account().kind());
            case "approved" -> circumstances.account().approved();
            case "spokesperson" -> circumstances.account().spokesperson();
            case "governor" -> circumstances.governor();
            case "consented" -> consented.get();
            case "permitted" -> permitted.get();
            case "read" -> meaning.read();
            case "sure" -> meaning.sure(clause);
            case "meant" -> meaning.sure();
            default -> null;
        };
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        var all = new LinkedHashMap<String, Object>();
        NAMES.forEach(name -> all.put(name, java.util.Objects.requireNonNull(get(name))));
        return all.entrySet();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
