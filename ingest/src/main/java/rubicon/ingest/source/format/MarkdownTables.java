package rubicon.ingest.source.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;

/// Tables in Markdown (GitHub's), such as the leaderboards that projects keep in their README.
public final class MarkdownTables {
    private static final int DEEPEST = 50;
    private static final Parser PARSER =
            Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .maxOpenBlockParsers(DEEPEST)
                    .build();

    private MarkdownTables() {}

    /// All tables of a page, in order.
    ///
    /// @throws DriftException if it is no text
    public static List<Table> read(Fetched file) throws DriftException {
        Collector collector = new Collector(file.use());
        PARSER.parse(file.text()).accept(collector);
        return List.copyOf(collector.tables);
    }

    /// The first table under a heading, or of the whole page where no table stands under it, that
    /// has most of these columns. It has to have all: another table further down that does may be
    /// of something else.
    ///
    /// @param heading words in it, in any case
    /// @throws DriftException if there is none, naming what is missing
    public static Table find(Fetched file, String heading, String... needed) throws DriftException {
        List<Table> tables = read(file);
        if (tables.isEmpty()) {
            throw new DriftException(
                    "there is no table with the columns '%s'"
                            .formatted(String.join("', '", needed)));
        }
        String words = heading.toLowerCase(Locale.ROOT);
        List<Table> under =
                tables.stream()
                        .filter(it -> it.title().toLowerCase(Locale.ROOT).contains(words))
                        .toList();
        List<Table> candidates = under.isEmpty() ? tables : under;
        for (Table table : candidates) {
            if (2 * Stream.of(needed).filter(table::has).count() > needed.length) {
                return table.needs(needed);
            }
        }
        return candidates.getFirst().needs(needed);
    }

    private static final class Collector extends AbstractVisitor {
        private final List<Table> tables = new ArrayList<>();
        private final FieldUse use;
        private String heading = "";

        Collector(FieldUse use) {
            this.use = use;
        }

        @Override
        public void visit(Heading node) {
            heading = text(node);
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock table) {
                tables.add(table(table, heading));
            } else {
                visitChildren(block);
            }
        }

        private Table table(TableBlock block, String title) {
            List<String> columns = List.of();
            List<TableRow> rows = new ArrayList<>();
            for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
                for (Node line = part.getFirstChild(); line != null; line = line.getNext()) {
                    List<String> texts = texts(line);
                    if (part instanceof TableHead) {
                        columns = Table.named(texts);
                        use.met(columns);
                    } else if (part instanceof TableBody) {
                        rows.add(new TableRow(rows.size() + 1, Table.cells(columns, texts), use));
                    }
                }
            }
            return new Table(title, columns, rows);
        }

        private static List<String> texts(Node line) {
            List<String> texts = new ArrayList<>();
            for (Node cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
                texts.add(text(cell));
            }
            return texts;
        }
    }

    /// The text of a node as a reader sees it.
    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text node) {
                        text.append(node.getLiteral());
                    }

                    @Override
                    public void visit(Code node) {
                        text.append(node.getLiteral());
                    }

                    @Override
                    public void visit(SoftLineBreak node) {
                        text.append(' ');
                    }

                    @Override
                    public void visit(HardLineBreak node) {
                        text.append(' ');
                    }

                    @Override
                    public void visit(HtmlInline node) {
                        text.append(' ');
                    }
                });
        return text.toString().strip();
    }
}
