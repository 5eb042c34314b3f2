namespace BlogKit.Moderation.Internal;

/// <summary>How many capital and small letters a text had.</summary>
internal struct TextCase
{
    public int Upper;
    public int Lower;
}
