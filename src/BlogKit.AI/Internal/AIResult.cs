namespace BlogKit.Internal;

/// <summary>What a model said, or why it said nothing.</summary>
internal sealed record AIResult<T>(T? Value, AIFault Fault)
    where T : class
{
    public static AIResult<T> Of(T value) => new(value, AIFault.None);

    public static AIResult<T> Failed(AIFault fault) => new(null, fault);
}
