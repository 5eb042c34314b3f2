namespace BlogKit.Moderation.Internal;

/// <summary>What a feature of a text is. The number is part of the feature's hash: it never changes.</summary>
internal enum FeatureKind : byte
{
    /// <summary>A word.</summary>
    Word = 1,

    /// <summary>Two words that follow one another.</summary>
    Pair = 2,

    /// <summary>Some letters of a word, its ends marked.</summary>
    Letters = 5,

    /// <summary>The host of a link.</summary>
    Host = 6,

    /// <summary>The last part of a link's host.</summary>
    TopDomain = 7,

    /// <summary>The shape of a token: a price, a telephone number, a time in a video.</summary>
    Shape = 8,

    /// <summary>A measure of the whole text: length, capitals, marks.</summary>
    Measure = 9,

    /// <summary>The first word.</summary>
    First = 10,

    /// <summary>The last word.</summary>
    Last = 11,

    /// <summary>A run of marks, or a pictogram.</summary>
    Mark = 12,
}
