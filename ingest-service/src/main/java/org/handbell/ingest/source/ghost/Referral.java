package org.handbell.ingest.source.ghost;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Undoes what Ghost does to links that lead away: it adds `ref=<the site's host>` to each. Any
/// other `ref` was typed by the author and stays; one that the author typed with this very value
/// cannot be told apart.
///
/// @param host of the Ghost site
record Referral(String host) {

    List<String> removed(List<String> links) {
        return links.stream().map(this::removed).distinct().toList();
    }

    /// The link as the author wrote it.
    String removed(String link) {
        int from = link.indexOf('?');
        if (from < 0 || isOwn(link)) {
            return link;
        }
        int hash = link.indexOf('#', from);
        var query = link.substring(from + 1, hash < 0 ? link.length() : hash);
        var kept =
                Arrays.stream(query.split("&", -1))
                        .filter(parameter -> !isAdded(parameter))
                        .collect(Collectors.joining("&"));
        if (kept.equals(query)) {
            return link;
        }
        var fragment = hash < 0 ? "" : link.substring(hash);
        return link.substring(0, from) + (kept.isEmpty() ? "" : "?" + kept) + fragment;
    }

    private boolean isAdded(String parameter) {
        return parameter.toLowerCase(Locale.ROOT).equals("ref=" + bare(host));
    }

    /// Ghost leaves links within the site alone.
    private boolean isOwn(String link) {
        try {
            var to = URI.create(link).getHost();
            return to != null && bare(to).equals(bare(host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String bare(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    }
}
