using System.CommandLine;

namespace BlogKit.CommandLine;

/// <summary>The commands that bring a blog in from elsewhere.</summary>
internal sealed class ImportGroup : Command
{
    public ImportGroup(CommonOptions common)
        : base("import", "Brings posts and comments in from elsewhere, says what became of each, and takes an import back.")
    {
        Add(new ImportWxrCommand(common));
<<<<<<< HEAD
        Add(new ImportDisqusCommand(common));
=======
        Add(new ImportJsonCommand(common));
>>>>>>> f11f9468 (The commands export json and import json, the format's guide and its schema, made of the mapping)
        Add(new ListImportsCommand(common));
        Add(new UndoImportCommand(common));
    }
}
