namespace BlogKit.AspNetCore.Internal;

/// <summary>Marks endpoints that are the desk's, by being among their metadata.</summary>
internal sealed class DeskArea
{
    private DeskArea()
    {
    }

    public static DeskArea Instance { get; } = new();
}
