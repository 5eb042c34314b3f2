using System.Globalization;
using System.Text;

namespace BlogKit.Interchange;

/// <summary>An export as WordPress and its plugins write them, made of a number, and what it holds.</summary>
internal sealed class RandomExport
{
    private static readonly string[] Words =
    [
        "tide", "Boote & Netze", "a < b", "海の日", "\U0001F30A", "]]>", "]]", "<em>rain</em>", "<b>two\nlines</b>", "\n\n", "\r\n", "\r\n\r\n",
        "\u2028", "<!--more-->", "[1]", "“quoted”", "https://old.example/x?a=1&b=2", "<blockquote>said</blockquote>", "&amp;", "<ul><li>x</li></ul>",
    ];

    private static readonly string[] Foreign =
    [
        "<plugin:box><wp:post_id>99</wp:post_id><item/></plugin:box>", "<!-- generated <item> -->", "<?php echo 1 ?>", "<wp:unknown>x</wp:unknown>",
        "<media:content xmlns:media=\"http://search.yahoo.com/mrss/\" url=\"x\"/>", "<description></description>", "<wp:ping_status/>",
    ];

    private readonly Random _random;
    private readonly StringBuilder _xml = new();
    private readonly string _line;

    public RandomExport(int seed)
    {
        _random = new Random(seed);
        _line = _random.Next(3) == 0 ? "\r\n" : "\n";
        for (var count = _random.Next(4); count > 0; count--)
        {
            WriteTerm();
        }

        TermCount = Items.Count;
        for (var count = _random.Next(1, 6); count > 0; count--)
        {
            WriteItem();
        }

        Xml = WxrText.Export(_xml.ToString());
    }

    public string Xml { get; }

    /// <summary>What it holds: type, identifier and text as stored.</summary>
    public List<(string Type, string Id, string? Text)> Items { get; } = [];

    /// <summary>How many of them, from the first, are authors and terms.</summary>
    public int TermCount { get; }

    private string Text(int most)
    {
        var text = new StringBuilder();
        for (var count = _random.Next(most); count > 0; count--)
        {
            text.Append(Words[_random.Next(Words.Length)]).Append(' ');
        }

        if (_random.Next(10) == 0)
        {
            text.Append('x', _random.Next(30_000, 70_000));
        }

        return text.ToString();
    }

    private static string Section(string text) => "<![CDATA[" + text.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal) + "]]>";

    private void Write(string name, string? value) =>
        _xml.Append(value is null ? $"<{name}/>" : $"<{name}>{value}</{name}>").Append(_line);

    private void WriteForeign()
    {
        if (_random.Next(3) == 0)
        {
            _xml.Append(Foreign[_random.Next(Foreign.Length)]).Append(_line);
        }
    }

    private string Id() => _random.Next(1, 12).ToString(CultureInfo.InvariantCulture);

    private void WriteTerm()
    {
        var id = _random.Next(2) == 0 ? "%e6%b5%b7" : "term-" + Id();
        switch (_random.Next(4))
        {
            case 0:
                Items.Add((nameof(ImportedAuthor), id, null));
                Write("wp:author", $"<wp:author_login>{Section(id)}</wp:author_login><wp:author_email/>");
                break;
            case 1:
                Items.Add((nameof(ImportedCategory), id, null));
                Write("wp:category", $"<wp:category_nicename>{id}</wp:category_nicename><wp:category_parent>{id}</wp:category_parent><wp:cat_name/>");
                break;
            case 2:
                Items.Add((nameof(ImportedTag), id, null));
                Write("wp:tag", $"<wp:tag_slug>{id}</wp:tag_slug><wp:tag_name>{Section("海")}</wp:tag_name>");
                break;
            default:
                Items.Add((nameof(UnusableItem), "5", null));
                Write("wp:term", $"<wp:term_id>5</wp:term_id><wp:term_taxonomy>series-{Id()}</wp:term_taxonomy><wp:term_slug>{id}</wp:term_slug>");
                break;
        }

        WriteForeign();
    }

    private void WriteItem()
    {
        var id = Id();
        var (type, name) = _random.Next(5) switch
        {
            0 => ("page", nameof(ImportedPost)),
            1 => ("nav_menu_item", nameof(UnusableItem)),
            2 => ("attachment", nameof(ImportedMedia)),
            _ => ("post", nameof(ImportedPost)),
        };
        var text = Text(40);
        Items.Add((name, id, name is nameof(ImportedPost) ? text : null));
        _xml.Append("<item>").Append(_line);
        Write("title", _random.Next(2) == 0 ? "High &amp; low" : null);
        WriteForeign();
        Write("dc:creator", Section("mara"));
        Write("content:encoded", Section(text));
        Write("excerpt:encoded", Section(""));
        Write("wp:post_id", id);
        Write("wp:post_date", "2009-05-03 10:00:00");
        Write("wp:post_date_gmt", Section("2009-05-03 08:00:00"));
        Write("wp:post_name", "%e6%b5%b7");
        Write("wp:status", "publish");
        Write("wp:post_type", type);
        WriteForeign();
        Write("wp:attachment_url", type is "attachment" ? "https://old.example/boat.jpg" : null);
        Write("category", null);
        _xml.Append(CultureInfo.InvariantCulture, $"<category domain=\"post_tag\" nicename=\"%e6%b5%b7\">{Section("海")}</category>").Append(_line);
        for (var count = _random.Next(3); count > 0; count--)
        {
            var value = _random.Next(6) == 0 ? new string('v', 200_000) : Text(3);
            Write("wp:postmeta", $"<wp:meta_key>key-{Id()}</wp:meta_key>{_line}<wp:meta_value>{Section(value)}</wp:meta_value>");
        }

        for (var count = _random.Next(5); count > 0; count--)
        {
            WriteComment();
            WriteForeign();
        }

        _xml.Append("</item>").Append(_line);
    }

    private void WriteComment()
    {
        var id = Id();
        var text = Text(20);
        var isPrivate = _random.Next(6) == 0;
        Items.Add((isPrivate ? nameof(UnusableItem) : nameof(ImportedComment), id, isPrivate ? null : text));
        _xml.Append("<wp:comment>").Append(_line);
        Write("wp:comment_id", id);
        Write("wp:comment_author", Section("Jon"));
        Write("wp:comment_author_url", null);
        Write("wp:comment_date_gmt", Section("2009-05-04 08:00:00"));
        Write("wp:comment_content", Section(text));
        WriteForeign();
        Write("wp:comment_approved", Section("1"));
        Write("wp:comment_type", isPrivate ? "order_note" : null);
        Write("wp:comment_parent", Id());
        _xml.Append("</wp:comment>").Append(_line);
    }
}
