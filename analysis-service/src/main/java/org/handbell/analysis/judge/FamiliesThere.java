package org.handbell.analysis.judge;

import java.util.AbstractSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.handbell.analysis.detect.Hit;
import org.jspecify.annotations.Nullable;

/// Families of those hits that stand somewhere; looked up when a condition first asks, since most
/// ask for few.
final class FamiliesThere extends AbstractSet<String> {

    private final List<Hit> hits;
    private final Predicate<Hit> there;
    private @Nullable Set<String> families;

    FamiliesThere(List<Hit> hits, Predicate<Hit> there) {
        this.hits = hits;
        this.there = there;
    }

    private Set<String> families() {
        if (families == null) {
            families = new HashSet<>();
            for (var hit : hits) {
                if (there.test(hit)) {
                    families.add(hit.family());
                }
            }
        }
        return families;
    }

    @Override
    public boolean contains(@Nullable Object family) {
        return families().contains(family);
    }

    @Override
    public Iterator<String> iterator() {
        return families().iterator();
    }

    @Override
    public int size() {
        return families().size();
    }
}
