using System.CommandLine;

namespace BlogKit.CommandLine;

/// <summary>The commands that bring a blog in from elsewhere.</summary>
internal sealed class ImportGroup : Command
{
    public ImportGroup(CommonOptions common)
        : base("import", "Brings posts and comments in from elsewhere, says what became of each, and takes an import back.")
    {
        Add(new ImportWxrCommand(common));
        Add(new ImportDisqusCommand(common));
        Add(new ImportJsonCommand(common));
        Add(new ListImportsCommand(common));
        Add(new UndoImportCommand(common));
    }
}
