using System.CommandLine;

namespace BlogKit.CommandLine;

/// <summary>The commands that take a blog out.</summary>
internal sealed class ExportGroup : Command
{
    public ExportGroup(CommonOptions common)
        : base("export", "Takes a blog out, into files that other programs and other stores read.")
    {
        Add(new ExportJsonCommand(common));
        Add(new ExportWxrCommand(common));
    }
}
