using System.CommandLine;

namespace BlogKit.CommandLine;

/// <summary>The commands about how policies judge.</summary>
internal sealed class ModerationGroup : Command
{
    public ModerationGroup(CommonOptions common)
        : base("moderation", "Measures and trains what judges comments.")
    {
        Add(new EvaluateCommand(common));
        Add(new TrainCommand(common));
    }
}
