// SPDX-License-Identifier: GPL-3.0-or-later
// The words that speak for a kind or against it, in both languages. Normalised texts have no accents,
// so a word stands here once, without. Two words with a space between count where both stand.
#include "privacy/text/words.h"

#include <string>
#include <unordered_map>

namespace privacy {

namespace {

struct Row {
    Marks marks;
    std::string_view words; ///< separated by commas
};

constexpr Marks kPhoneMark = markOf(Kind::Phone);
constexpr Marks kAccount = markOf(Kind::Iban) | markOf(Kind::Cbu) | markOf(Kind::Cvu);

constexpr std::array kRows{
    Row{markOf(Kind::Dni), "dni,documento,documentos,doc,identidad,identity,national id,id number,"
                           "libreta civica,titular,dnis"},
    Row{markOf(Kind::Cuit), "cuit,cuil,cuits,cuil cuit,clave unica,monotributo,monotributista"},
    Row{markOf(Kind::Cbu), "cbu,clave bancaria,cuenta,account,transferencia,transferi,transferime"},
    Row{markOf(Kind::Cvu), "cvu,billetera,wallet,mercado pago,uala,mercadopago"},
    Row{markOf(Kind::Iban), "iban,cuenta,account"},
    Row{markOf(Kind::CbuAlias), "alias"},
    Row{markOf(Kind::Card),
        "tarjeta,tarjetas,card,cards,visa,mastercard,master,amex,american express,cabal,naranja,"
        "maestro,credito,debito,credit,debit,plastico,tc"},
    Row{markOf(Kind::Cpf), "cpf"},
    Row{markOf(Kind::Cnpj), "cnpj"},
    Row{markOf(Kind::Curp), "curp"},
    Row{markOf(Kind::Rfc), "rfc,mexican tax"},
    Row{markOf(Kind::Nie), "nie,extranjero,extranjera,foreigner"},
    Row{markOf(Kind::Nif), "nif,dni,documento,spanish id,identidad,identity"},
    Row{markOf(Kind::Cif), "cif,empresa,sociedad,company,razon social,factura a,facturar a,fiscal"},
    Row{markOf(Kind::Rut), "rut,ruts,el run,mi run,run es,su run"},
    Row{markOf(Kind::Ruc), "ruc"},
    Row{markOf(Kind::Nit), "nit"},
    Row{markOf(Kind::Ci), "ci,cedula,cedulas,id card"},
    Row{markOf(Kind::Passport), "pasaporte,pasaportes,passport,passports"},
    Row{markOf(Kind::IPv4) | markOf(Kind::IPv6), "ip,ipv4,ipv6,ips"},
    Row{kPhoneMark,
        "tel,tels,telefono,telefonos,tfno,tlf,tlfno,fono,cel,celu,celular,celulares,movil,moviles,"
        "fijo,whatsapp,whatsap,wasap,wasa,whats,wsp,wpp,wapp,wp,wa,contacto,comunicarse,comunicate,"
        "llamar,llamo,llamalo,llamala,llamarme,llamame,llama,llamen,llameme,llamenme,escribime,"
        "escribeme,escribirme,"
        "escribanme,mensaje,mandame,phone,phones,telephone,cell,cellphone,mobile,call,text,reach,"
        "ring,dial,contact,mi numero,mi nro,mi num,my number,su numero,tu numero,numero mi,wa "
        "me,send phone,"
        "nuestro numero,our number"},
    Row{markOf(Kind::Address),
        "direccion,domicilio,vivo,vive,vivimos,address,live,lives,casa,home,envio,enviar,envialo,"
        "envielo,enviamelo,entrega,retiran,retira,ship,deliver,send,mandalo"},
    Row{markOf(Kind::Email),
        "mail,mails,email,correo,correos,mailto,casilla,gmail,hotmail,escribime,"
        "write,contact,anota,e mail"},
    Row{kAccount, "cuenta bancaria,bank account"},
    Row{kInvoice, "factura,facturas,facturame,facturar,invoice,invoices,bill,recibo,receipt"},
    Row{kProduct,
        "pedido,pedidos,orden,ordenes,order,orders,ticket,tickets,tk,ot,reclamo,reclamos,caso,"
        "casos,"
        "case,cases,incidente,incident,inc,gestion,tramite,remito,presupuesto,quote,comprobante,"
        "compra,purchase,venta,operacion,transaccion,transaction,publicacion,seguimiento,tracking,"
        "guia,envio,shipment,reference,referencia,ref,rma,trabajo,reparacion,repair,job,serie,"
        "serial,"
        "sn,imei,modelo,model,error,errores,errno,codigo,code,stop,exit,status,puerto,puertos,port,"
        "ports,timestamp,epoch,ts,time,fecha,date,part,parte,item,articulo,producto,product,asset,"
        "tag,"
        "sku,conversacion,conversation,chat,score,contador,count,counter,linea,line,columna,column,"
        "fila,row,valor,value,registro,precio,price,sale,vale,cuesta,salio,costo,cost,costs,"
        "cobraron,"
        "total,usd,ars,eur,uss,us,pagina,page,step,cuota"},
    Row{kProduct | kVersion,
        "version,versiones,versions,ver,driver,drivers,firmware,release,build,bios,kernel,kb,v"},
    Row{kUnit, "pesos,peso,dolares,dollars,euros,usd,ars,eur,lucas,hojas,paginas,pages,bytes,rows,"
               "filas,kb,mb,gb,ms,veces,times,copias,prints,km,mhz,mah,unidades,units,users,horas,"
               "puntos,points,habitantes,personas,people,seguidores,followers,visitas,vistas,views,"
               "fotos,photos,archivos,files,palabras,words"},
    Row{kFiller,
        "nro,nros,num,numero,numeros,number,no,n,es,era,is,was,el,la,los,the,de,del,of,mi,my,"
        "para,for,que,por,in,en,al,a,son,are,mio,fue,nuevo,new,nbr,me,sus,su,id"}};

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept
    {
        return std::hash<std::string_view>{}(text);
    }
};
using Table = std::unordered_map<std::string, Marks, Hash, std::equal_to<>>;

Table tableOf()
{
    Table table;
    for (const Row& row : kRows) {
        for (std::string_view rest = row.words; !rest.empty();) {
            const auto comma = rest.find(',');
            table[std::string(rest.substr(0, comma))] |= row.marks;
            rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
        }
    }
    return table;
}

} // namespace

Marks marksOf(std::string_view word, std::string_view previous)
{
    static const Table table = tableOf();
    if (word.empty())
        return 0;
    Marks marks = 0;
    if (const auto it = table.find(word); it != table.end())
        marks = it->second;
    if (previous.empty())
        return marks;
    std::string both;
    both.reserve(previous.size() + 1 + word.size());
    both.append(previous).append(1, ' ').append(word);
    const auto it = table.find(both);
    return it == table.end() ? marks : marks | it->second;
}

} // namespace privacy
