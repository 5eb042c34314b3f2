namespace BlogKit.AspNetCore.Internal;

/// <summary>Marks the endpoints of editing programs: whoever is kept out is told in their way, and never sent to a page where people sign in.</summary>
internal sealed class MicropubArea
{
    private MicropubArea()
    {
    }

    public static MicropubArea Instance { get; } = new();
}
