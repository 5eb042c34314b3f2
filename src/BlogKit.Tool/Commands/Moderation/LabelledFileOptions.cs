using System.CommandLine;

namespace BlogKit.CommandLine;

/// <summary>The options that name labelled texts in a file.</summary>
internal sealed class LabelledFileOptions(bool required)
{
    public Option<string?> Data { get; } = new("--data")
    {
        HelpName = "FILE",
        Description = "The labelled texts: .csv with a line of headings, or .jsonl.",
        Required = required,
    };

    public Option<string> Text { get; } =
        new("--text") { HelpName = "COLUMN", Description = "What was written.", DefaultValueFactory = static _ => "text" };

    public Option<string> Label { get; } =
        new("--label") { HelpName = "COLUMN", Description = "What it is.", DefaultValueFactory = static _ => "label" };

    public Option<string> Positive { get; } = new("--positive")
    {
        HelpName = "VALUE",
        Description = "The label of what is looked for: spam, an offence, beside the topic.",
        DefaultValueFactory = static _ => "1",
    };

    public Option<string?> Context { get; } =
        new("--context") { HelpName = "COLUMN", Description = "What it was written under; its first line is the title." };

    public void AddTo(Command command)
    {
        command.Add(Data);
        command.Add(Text);
        command.Add(Label);
        command.Add(Positive);
        command.Add(Context);
    }

    /// <summary>The file; null when none was named.</summary>
    public LabelledFile? File(ParseResult input) => input.GetValue(Data) is { } path
        ? new LabelledFile(path, input.GetValue(Text)!, input.GetValue(Label)!, input.GetValue(Positive)!, input.GetValue(Context))
        : null;
}
