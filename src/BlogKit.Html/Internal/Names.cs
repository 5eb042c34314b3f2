using System.Collections.Frozen;

namespace BlogKit.Html.Internal;

/// <summary>What elements and attributes are to a post.</summary>
internal static class Names
{
    /// <summary>Goes with everything in it.</summary>
    public static readonly FrozenSet<string> Dropped = Set(
        "applet base basefont bgsound canvas datalist embed fencedframe frame frameset head link map math meta meter noembed noframes "
        + "noscript object option optgroup param plaintext portal progress script select slot style svg template textarea title track xml "
        + "xmp");

    /// <summary>Goes, and what it holds stays, in paragraphs of its own; nothing is lost with it.</summary>
    public static readonly FrozenSet<string> Containers = Set(
        "address article aside body center dialog div fieldset footer form header hgroup html legend main menu nav search section");

    /// <summary>Goes, and what it holds stays; nothing is lost with it.</summary>
    public static readonly FrozenSet<string> Plain =
        Set("acronym basefont bdi bdo big button data font label nobr output picture rb rtc span tt wbr");

    /// <summary>Marks within a line.</summary>
    public static readonly FrozenSet<string> Marks = Set("a abbr cite del dfn em ins kbd mark q samp small strong sub sup time u var");

    public static readonly FrozenSet<string> Blocks = Set(
        "audio blockquote details dl figure h1 h2 h3 h4 h5 h6 hr iframe ol p pre table ul video");

    /// <summary>Stand in one kind of block only.</summary>
    public static readonly FrozenSet<string> Parts = Set("caption dd dt figcaption li summary tbody td tfoot th thead tr");

    public static readonly FrozenSet<string> Void = Set("br hr img input source");

    public static readonly FrozenSet<string> Allowed =
        Marks.Concat(Blocks).Concat(Parts).Concat(Void).Append("code").ToFrozenSet(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["b"] = "strong",
        ["dir"] = "ul",
        ["i"] = "em",
        ["image"] = "img",
        ["listing"] = "pre",
        ["s"] = "del",
        ["strike"] = "del",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, FrozenSet<string>> Attributes = new Dictionary<string, FrozenSet<string>>(
        StringComparer.Ordinal)
    {
        ["a"] = Set("href title"),
        ["abbr"] = Set("title"),
        ["audio"] = Set("controls src"),
        ["blockquote"] = Set("cite"),
        ["code"] = Set("class"),
        ["del"] = Set("cite datetime"),
        ["details"] = Set("open"),
        ["dfn"] = Set("title"),
        ["iframe"] = Set("allowfullscreen height src title width"),
        ["img"] = Set("alt height src title width"),
        ["input"] = Set("checked disabled type"),
        ["ins"] = Set("cite datetime"),
        ["li"] = Set("value"),
        ["ol"] = Set("reversed start type"),
        ["q"] = Set("cite"),
        ["small"] = Set("class"),
        ["source"] = Set("src type"),
        ["td"] = Set("class colspan rowspan"),
        ["th"] = Set("class colspan rowspan scope"),
        ["time"] = Set("datetime"),
        ["video"] = Set("controls height poster src width"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Say how something looks or what programs call it, and nothing to a reader: they go without a word.</summary>
    public static readonly FrozenSet<string> Silent = Set(
        "align alink background bgcolor border cellpadding cellspacing class clear color contenteditable crossorigin decoding dir "
        + "draggable face fetchpriority height hidden hspace id itemid itemprop itemref itemscope itemtype lang language loading name "
        + "noshade nowrap referrerpolicy rel rev role rules size sizes spellcheck srcset style tabindex target text translate type valign "
        + "vlink vspace width xmlns");

    public static readonly FrozenSet<string> Addresses = Set("cite href poster src");

    public static readonly FrozenSet<string> Numbers = Set("colspan height rowspan start value width");

    public static readonly FrozenSet<string> Flags = Set("allowfullscreen checked controls disabled open reversed");

    public static bool IsBlock(TreeNode node) =>
        node is ElementNode element && (Blocks.Contains(element.Name) || Parts.Contains(element.Name));

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
