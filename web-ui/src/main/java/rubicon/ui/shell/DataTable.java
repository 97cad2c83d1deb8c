package rubicon.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/// A real table, which every browser and screen reader knows; on a narrow screen its rows become
/// cards, each value with its column's name.
public final class DataTable extends Div {
    private final List<Column> columns;
    private final NativeTable table = new NativeTable();
    private final NativeTableBody body;

    /// A column; numbers stand to the right.
    public record Column(String title, boolean numeric) {
        /// A column of words.
        public static Column text(String title) {
            return new Column(title, false);
        }

        /// A column of numbers.
        public static Column number(String title) {
            return new Column(title, true);
        }
    }

    /// An empty table.
    ///
    /// @param caption what the table holds, read out before it
    public DataTable(String caption, Column... columns) {
        this.columns = List.of(columns);
        addClassName("table-scroll");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
        table.addClassName("data-table");
        table.setCaptionText(caption);
        NativeTableRow head = table.getHead().addRow();
        for (Column column : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column.title());
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("numeric", column.numeric());
            head.add(cell);
        }
        body = table.getBody();
        add(table);
    }

    /// Keeps the columns' widths whatever stands in them, the first one the widest.
    public DataTable steady() {
        table.addClassName("steady");
        return this;
    }

    /// Adds a row of words; one a column.
    public NativeTableRow row(String... cells) {
        Component[] components = new Component[cells.length];
        for (int i = 0; i < cells.length; i++) {
            components[i] = new Text(cells[i]);
        }
        return row(components);
    }

    /// Adds a row; one component a column.
    public NativeTableRow row(Component... cells) {
        NativeTableRow row = body.addRow();
        for (int i = 0; i < cells.length; i++) {
            NativeTableCell cell = new NativeTableCell(cells[i]);
            cell.getElement().setAttribute("data-label", columns.get(i).title());
            cell.setClassName("numeric", columns.get(i).numeric());
            row.add(cell);
        }
        return row;
    }

    /// Adds a row of one cell that spans all columns.
    public NativeTableRow wideRow(Component content) {
        NativeTableRow row = body.addRow();
        NativeTableCell cell = new NativeTableCell(content);
        cell.setColspan(columns.size());
        row.add(cell);
        return row;
    }

    /// Removes all rows.
    public void clear() {
        body.removeAllRows();
    }
}
