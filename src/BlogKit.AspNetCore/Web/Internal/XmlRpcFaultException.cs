namespace BlogKit.AspNetCore.Internal;

/// <summary>A call that cannot be answered, in XML-RPC's terms.</summary>
internal sealed class XmlRpcFaultException(int code, string message, Exception? inner = null) : Exception(message, inner)
{
    public int Code { get; } = code;
}
