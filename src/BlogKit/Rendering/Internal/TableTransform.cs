using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace BlogKit.Internal;

/// <summary>
/// Says how a table's columns are aligned by classes, <c>bk-left</c>, <c>bk-center</c> and <c>bk-right</c>: style attributes are refused by
/// a strict content security policy. Leaves out widths for the same reason, and lets the keyboard scroll a table that is wider than the
/// page.
/// </summary>
internal static class TableTransform
{
    public static void Apply(MarkdownDocument document)
    {
        foreach (var table in document.Descendants<Table>())
        {
            table.GetAttributes().AddPropertyIfNotExist("tabindex", "0");
            foreach (var row in table.OfType<TableRow>())
            {
                Apply(table, row);
            }

            foreach (var column in table.ColumnDefinitions)
            {
                column.Alignment = null;
                column.Width = 0;
            }
        }
    }

    private static void Apply(Table table, TableRow row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            var cell = (TableCell)row[i];
            var column = cell.ColumnIndex >= 0 ? cell.ColumnIndex : i;
            if (column < table.ColumnDefinitions.Count && ClassOf(table.ColumnDefinitions[column].Alignment) is { } name)
            {
                cell.GetAttributes().AddClass(name);
            }
        }
    }

    private static string? ClassOf(TableColumnAlign? alignment) => alignment switch
    {
        TableColumnAlign.Left => "bk-left",
        TableColumnAlign.Center => "bk-center",
        TableColumnAlign.Right => "bk-right",
        _ => null,
    };
}
