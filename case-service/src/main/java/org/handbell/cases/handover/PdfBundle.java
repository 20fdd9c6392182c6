package org.handbell.cases.handover;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.FontFactory;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfGState;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/// Sets the words of a bundle as pages. Letters that the fonts of every reader lack are written as
/// their number in Unicode, so that nothing is lost in silence.
final class PdfBundle {

    private static final Charset SHOWN = Charset.forName("windows-1252");
    private static final float MARGIN = 54;
    private static final float FOOT = 30;
    private static final float HEAD = 24;
    private static final float WATERMARK_OPACITY = 0.12f;
    private static final Font TITLE = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 20);
    private static final Font SECTION = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 15);
    private static final Font ENTRY = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 11);
    private static final Font BODY = FontFactory.getFont(FontFactory.HELVETICA, 10.5f);
    private static final Font SMALL = FontFactory.getFont(FontFactory.HELVETICA, 8);
    private static final Font BANNER = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 8);
    private static final Font WATERMARK = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 46);

    private PdfBundle() {}

    static byte[] of(Contents contents) {
        var out = new ByteArrayOutputStream();
        var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, out).setPageEvent(new EachPage(contents));
        document.addTitle("Case " + contents.reference());
        document.open();
        front(document, contents);
        for (var section : contents.sections()) {
            section(document, section);
        }
        document.close();
        return out.toByteArray();
    }

    private static void front(Document document, Contents contents) {
        document.add(paragraph("Case " + contents.reference(), TITLE, 14));
        for (var fact : contents.facts()) {
            var line = new Paragraph();
            line.add(new Chunk(shown(fact.label()) + ": ", ENTRY));
            line.add(new Chunk(shown(fact.words()), BODY));
            line.setSpacingAfter(4);
            document.add(line);
        }
        document.add(
                paragraph(
                        "The file SHA256SUMS beside this one holds the hash of each file. What a"
                                + " machine claimed is a claim; only what a named person decided"
                                + " is a decision.",
                        SMALL,
                        10));
    }

    private static void section(Document document, Contents.Section section) {
        document.newPage();
        document.add(paragraph(section.title(), SECTION, 10));
        if (section.entries().isEmpty()) {
            document.add(paragraph("Nothing on record.", BODY, 6));
        }
        for (var entry : section.entries()) {
            document.add(paragraph(entry.title(), ENTRY, 1));
            if (!entry.when().isEmpty()) {
                document.add(paragraph(entry.when(), SMALL, 2));
            }
            document.add(paragraph(entry.words(), BODY, 10));
        }
    }

    private static Paragraph paragraph(String words, Font font, float after) {
        var paragraph = new Paragraph(shown(words), font);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    /// With the letters that cannot be shown as their numbers.
    static String shown(String text) {
        var encoder = SHOWN.newEncoder();
        var out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(letter -> {
                    var one = Character.toString(letter);
                    if (letter == '\n' || (letter >= ' ' && encoder.canEncode(one))) {
                        out.append(one);
                    } else if (letter == '\t') {
                        out.append("    ");
                    } else if (letter != '\r') {
                        out.append(String.format(Locale.ROOT, "[U+%04X]", letter));
                    }
                });
        return out.toString();
    }

    /// Marks each page: what it is of, its number, and how it must be treated.
    private static final class EachPage extends PdfPageEventHelper {

        private final Contents contents;

        EachPage(Contents contents) {
            this.contents = contents;
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            var middle = document.getPageSize().getWidth() / 2;
            var over = writer.getDirectContent();
            ColumnText.showTextAligned(
                    over,
                    Element.ALIGN_CENTER,
                    new Phrase(
                            "Case "
                                    + contents.reference()
                                    + " · handover "
                                    + contents.handoverId()
                                    + " · page "
                                    + writer.getPageNumber(),
                            SMALL),
                    middle,
                    FOOT,
                    0);
            if (!contents.banner().isEmpty()) {
                ColumnText.showTextAligned(
                        over,
                        Element.ALIGN_CENTER,
                        new Phrase(shown(contents.banner()), BANNER),
                        middle,
                        document.getPageSize().getHeight() - HEAD,
                        0);
            }
            watermark(writer, document, middle);
        }

        private static void watermark(PdfWriter writer, Document document, float middle) {
            var under = writer.getDirectContentUnder();
            var faint = new PdfGState();
            faint.setFillOpacity(WATERMARK_OPACITY);
            under.saveState();
            under.setGState(faint);
            ColumnText.showTextAligned(
                    under,
                    Element.ALIGN_CENTER,
                    new Phrase("CONFIDENTIAL", WATERMARK),
                    middle,
                    document.getPageSize().getHeight() / 2,
                    52);
            under.restoreState();
        }
    }
}
