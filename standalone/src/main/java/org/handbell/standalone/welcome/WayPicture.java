package org.handbell.standalone.welcome;

import java.util.List;
import java.util.stream.IntStream;

/// The ways of the newest posts as a drawing: one line for each post, a station for each topic.
/// Coordinates are in units of the drawing.
///
/// @param lines newest at the top
public record WayPicture(List<Line> lines, int height) {

    private static final List<String> NAMES =
            List.of("posts.v1", "findings.v1", "case", "alerts.v1", "deliveries.v1");
    private static final int SHOWN = 10;
    private static final int TOP = 56;
    private static final int ROW = 36;
    private static final int LEFT = 150;
    private static final int STEP = 150;

    static WayPicture of(List<Way> ways) {
        var shown = ways.stream().limit(SHOWN).toList();
        var lines =
                IntStream.range(0, shown.size())
                        .mapToObj(i -> new Line(shown.get(i), TOP + i * ROW))
                        .toList();
        return new WayPicture(lines, TOP + Math.max(1, shown.size()) * ROW);
    }

    /// The heads of the columns.
    public List<Station> heads() {
        return IntStream.range(0, NAMES.size())
                .mapToObj(i -> new Station(NAMES.get(i), LEFT + i * STEP, true))
                .toList();
    }

    /// One post.
    public record Line(Way way, int y) {

        /// Where the line of what is done ends.
        public int end() {
            return LEFT + (way.stations() - 1) * STEP;
        }

        /// The circles, filled as far as the post has come.
        public List<Station> stations() {
            return IntStream.range(0, NAMES.size())
                    .mapToObj(i -> new Station(NAMES.get(i), LEFT + i * STEP, i < way.stations()))
                    .toList();
        }

        /// What was claimed, for beside the second station.
        public String claim() {
            return String.join(" ", way.clauses());
        }
    }

    /// A circle.
    public record Station(String name, int x, boolean reached) {}
}
