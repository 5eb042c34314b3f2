using System.CommandLine;
using BlogKit.Interchange;

namespace BlogKit.CommandLine;

/// <summary>Imports an export of Disqus.</summary>
internal sealed class ImportDisqusCommand(CommonOptions common) : ImportCommand(
    "disqus",
    "Imports the comments of an export of Disqus under the posts that are here; what finds none is in the draft of the map.",
    common,
    takesMany: false)
{
    protected override IImportSource Open(string[] paths, string? source, ParseResult input) =>
        new DisqusSource(paths[0], new DisqusOptions { Source = source });
}
