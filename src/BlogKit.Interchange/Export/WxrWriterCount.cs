namespace BlogKit.Interchange;

/// <summary>The numbers of items of one kind in an export.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Written">The number of those that were written, altered ones among them.</param>
/// <param name="Altered">The number of those that were written otherwise than they are here.</param>
/// <param name="LeftOut">The number of those that were not written.</param>
public sealed record WxrWriterCount(WxrItemKind Kind, long Written, long Altered, long LeftOut);
