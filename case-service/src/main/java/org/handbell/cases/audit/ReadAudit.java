package org.handbell.cases.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads the record to a person, without what they are kept from, and records that they read it.
@Component
class ReadAudit {

    private static final int AT_ONCE = 1_000;

    private final AuditPages pages;
    private final AuditLog audit;
    private final List<KeptFrom> kept;

    ReadAudit(AuditPages pages, AuditLog audit, List<KeptFrom> kept) {
        this.pages = pages;
        this.audit = audit;
        this.kept = List.copyOf(kept);
    }

    /// @param older number to go on from; 0 where there is nothing older
    /// @param kept whether anything is left out because the reader has a conflict
    record Page(List<AuditEntry> entries, long older, boolean kept) {}

    @Transactional
    public Page page(String reader, AuditQuestion question, long before, int most) {
        var hidden = hidden(reader);
        var found = pages.page(question.filter(hidden), before, most + 1);
        audit.append(reader, "audit.read", "audit", question.words());
        var shown = found.stream().limit(most).toList();
        return new Page(
                shown, found.size() > most ? shown.getLast().number() : 0, !hidden.isEmpty());
    }

    /// All entries, oldest first, read as they are asked for: only what was there when this was
    /// called.
    @Transactional
    public Iterable<AuditEntry> all(String reader, AuditQuestion question, String form) {
        var filter = question.filter(hidden(reader));
        audit.append(reader, "audit.exported", "audit", form + " " + question.words());
        var last =
                pages.page(AuditFilter.EVERYTHING, Long.MAX_VALUE, 1).stream()
                        .mapToLong(AuditEntry::number)
                        .max()
                        .orElse(0);
        return () -> new Walk(filter, last);
    }

    private Set<String> hidden(String reader) {
        return kept.stream()
                .flatMap(from -> from.subjects(reader).stream())
                .collect(Collectors.toSet());
    }

    private final class Walk implements Iterator<AuditEntry> {

        private final AuditFilter filter;
        private final long last;
        private final Deque<AuditEntry> read = new ArrayDeque<>();
        private long after;

        Walk(AuditFilter filter, long last) {
            this.filter = filter;
            this.last = last;
        }

        @Override
        public boolean hasNext() {
            if (read.isEmpty() && after < last) {
                read.addAll(pages.next(filter, after, AT_ONCE));
                after = read.isEmpty() ? last : read.getLast().number();
            }
            return !read.isEmpty() && read.getFirst().number() <= last;
        }

        @Override
        public AuditEntry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return read.removeFirst();
        }
    }
}
