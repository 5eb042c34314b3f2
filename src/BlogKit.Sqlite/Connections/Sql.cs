namespace BlogKit;

/// <summary>One constant statement. Prepared once per connection, found there by reference.</summary>
/// <param name="operation">What it is counted as.</param>
/// <param name="text">The statement.</param>
internal sealed class Sql(string operation, string text)
{
    public string Operation { get; } = operation;

    public string Text { get; } = text;

    public override string ToString() => Operation;
}
