using System.CommandLine;

namespace BlogKit.CommandLine;

/// <summary>The commands about how policies judge.</summary>
internal sealed class ModerationGroup : Command
{
    public ModerationGroup(CommonOptions common)
        : base("moderation", "Explains, measures and trains what judges comments.")
    {
        Add(new ExplainCommand(common));
        Add(new BacktestCommand(common));
        Add(new EvaluateCommand(common));
        Add(new TrainCommand(common));
    }
}
