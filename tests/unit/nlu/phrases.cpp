// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrases.h"

#include <array>

namespace nlutest {

namespace {

struct Line {
    const char* intent;
    const char* language;
    const char* text;
};

constexpr std::array kLines{
    Line{"technical_problem", "es-AR", "la notebook no prende"},
    Line{"technical_problem", "es-AR", "no enciende la compu desde ayer"},
    Line{"technical_problem", "es-AR", "se me apago y no arranca mas"},
    Line{"technical_problem", "es-AR", "la impresora tira error y no imprime"},
    Line{"technical_problem", "es-AR", "me aparece pantalla azul"},
    Line{"technical_problem", "es-AR", "el monitor no da imagen"},
    Line{"technical_problem", "es-AR", "se reinicia sola todo el tiempo"},
    Line{"technical_problem", "es-AR", "no anda el teclado"},
    Line{"technical_problem", "es-AR", "se rompio la pantalla del celu"},
    Line{"technical_problem", "es-AR", "el mouse dejo de funcionar"},
    Line{"technical_problem", "es-AR", "no carga la bateria"},
    Line{"technical_problem", "es-AR", "hace un ruido raro el disco"},
    Line{"technical_problem", "es-AR", "la tele no prende"},
    Line{"technical_problem", "es-AR", "se tildo y no responde"},
    Line{"technical_problem", "es-AR", "no me reconoce el pendrive"},
    Line{"technical_problem", "en", "my laptop won't turn on"},
    Line{"technical_problem", "en", "the pc does not start since yesterday"},
    Line{"technical_problem", "en", "printer shows an error and will not print"},
    Line{"technical_problem", "en", "i get a blue screen"},
    Line{"technical_problem", "en", "the monitor has no picture"},
    Line{"technical_problem", "en", "it keeps restarting by itself"},
    Line{"technical_problem", "en", "the keyboard stopped working"},
    Line{"technical_problem", "en", "my phone screen is broken"},
    Line{"technical_problem", "en", "the battery does not charge"},
    Line{"technical_problem", "en", "the hard drive makes a strange noise"},
    Line{"technical_problem", "en", "my usb stick is not recognised"},
    Line{"technical_problem", "en", "it froze and does not respond"},
    Line{"connection", "es-AR", "no tengo internet"},
    Line{"connection", "es-AR", "el wifi anda lentisimo"},
    Line{"connection", "es-AR", "se corta la conexion a cada rato"},
    Line{"connection", "es-AR", "no me conecta al router"},
    Line{"connection", "es-AR", "el modem tiene la luz roja"},
    Line{"connection", "es-AR", "la compu no encuentra la red wifi"},
    Line{"connection", "es-AR", "tengo wifi pero no navega"},
    Line{"connection", "es-AR", "en el celu anda el wifi y en la notebook no"},
    Line{"connection", "es-AR", "se cayo internet"},
    Line{"connection", "es-AR", "no llega la señal a la pieza"},
    Line{"connection", "en", "i have no internet"},
    Line{"connection", "en", "wifi is very slow"},
    Line{"connection", "en", "the connection drops all the time"},
    Line{"connection", "en", "cannot connect to the router"},
    Line{"connection", "en", "the modem has a red light"},
    Line{"connection", "en", "my computer cannot find the wifi network"},
    Line{"connection", "en", "connected to wifi but pages do not load"},
    Line{"connection", "en", "the internet went down"},
    Line{"connection", "en", "the signal does not reach my room"},
    Line{"shop_information", "es-AR", "a que hora abren"},
    Line{"shop_information", "es-AR", "donde queda el local"},
    Line{"shop_information", "es-AR", "cuanto sale el diagnostico"},
    Line{"shop_information", "es-AR", "hacen factura"},
    Line{"shop_information", "es-AR", "aceptan tarjeta"},
    Line{"shop_information", "es-AR", "estan abiertos los sabados"},
    Line{"shop_information", "es-AR", "cual es la direccion"},
    Line{"shop_information", "es-AR", "tienen estacionamiento"},
    Line{"shop_information", "es-AR", "cuanto tarda un arreglo"},
    Line{"shop_information", "es-AR", "dan garantia de los arreglos"},
    Line{"shop_information", "en", "what time do you open"},
    Line{"shop_information", "en", "where is the shop"},
    Line{"shop_information", "en", "how much is a diagnosis"},
    Line{"shop_information", "en", "do you take credit cards"},
    Line{"shop_information", "en", "are you open on saturdays"},
    Line{"shop_information", "en", "what is the address"},
    Line{"shop_information", "en", "is there parking"},
    Line{"shop_information", "en", "how long does a repair take"},
    Line{"shop_information", "en", "do you give a warranty on repairs"},
    Line{"person", "es-AR", "quiero hablar con una persona"},
    Line{"person", "es-AR", "pasame con alguien"},
    Line{"person", "es-AR", "necesito un tecnico"},
    Line{"person", "es-AR", "que me atienda un humano"},
    Line{"person", "es-AR", "quiero un asesor"},
    Line{"person", "es-AR", "no quiero hablar con un robot"},
    Line{"person", "es-AR", "comunicame con un representante"},
    Line{"person", "es-AR", "hay alguien ahi que me atienda"},
    Line{"person", "es-AR", "prefiero hablar con un empleado"},
    Line{"person", "en", "i want to talk to a person"},
    Line{"person", "en", "let me speak to someone"},
    Line{"person", "en", "i need a technician"},
    Line{"person", "en", "can a human help me"},
    Line{"person", "en", "get me an agent"},
    Line{"person", "en", "i do not want to talk to a bot"},
    Line{"person", "en", "connect me with a representative"},
    Line{"person", "en", "is anybody there to help me"},
    Line{"greeting_thanks", "es-AR", "hola"},
    Line{"greeting_thanks", "es-AR", "buenas"},
    Line{"greeting_thanks", "es-AR", "buen dia"},
    Line{"greeting_thanks", "es-AR", "buenas tardes"},
    Line{"greeting_thanks", "es-AR", "gracias"},
    Line{"greeting_thanks", "es-AR", "muchas gracias por la ayuda"},
    Line{"greeting_thanks", "es-AR", "mil gracias"},
    Line{"greeting_thanks", "es-AR", "hola que tal"},
    Line{"greeting_thanks", "es-AR", "genial gracias"},
    Line{"greeting_thanks", "es-AR", "buenisimo, gracias"},
    Line{"greeting_thanks", "en", "hello"},
    Line{"greeting_thanks", "en", "hi there"},
    Line{"greeting_thanks", "en", "good morning"},
    Line{"greeting_thanks", "en", "good afternoon"},
    Line{"greeting_thanks", "en", "thanks"},
    Line{"greeting_thanks", "en", "thank you very much for the help"},
    Line{"greeting_thanks", "en", "many thanks"},
    Line{"greeting_thanks", "en", "hi, how are you"},
    Line{"greeting_thanks", "en", "great, thanks"},
    Line{"close", "es-AR", "chau"},
    Line{"close", "es-AR", "listo, ya esta"},
    Line{"close", "es-AR", "nada mas"},
    Line{"close", "es-AR", "eso es todo"},
    Line{"close", "es-AR", "termina la charla"},
    Line{"close", "es-AR", "cerrar la conversacion"},
    Line{"close", "es-AR", "ya no necesito nada"},
    Line{"close", "es-AR", "hasta luego"},
    Line{"close", "es-AR", "podes cerrar el chat"},
    Line{"close", "en", "bye"},
    Line{"close", "en", "that is all"},
    Line{"close", "en", "nothing else"},
    Line{"close", "en", "end the chat"},
    Line{"close", "en", "close the conversation"},
    Line{"close", "en", "i do not need anything else"},
    Line{"close", "en", "see you later"},
    Line{"close", "en", "we are done"},
    Line{"out_of_scope", "es-AR", "quien gano el partido anoche"},
    Line{"out_of_scope", "es-AR", "como hago una torta de chocolate"},
    Line{"out_of_scope", "es-AR", "va a llover mañana"},
    Line{"out_of_scope", "es-AR", "contame un chiste"},
    Line{"out_of_scope", "es-AR", "cual es la capital de francia"},
    Line{"out_of_scope", "es-AR", "recomendame una pelicula"},
    Line{"out_of_scope", "es-AR", "cuanto es dos mas dos"},
    Line{"out_of_scope", "es-AR", "a que hora sale el colectivo"},
    Line{"out_of_scope", "es-AR", "quiero comprar zapatillas"},
    Line{"out_of_scope", "es-AR", "que significa mi sueño"},
    Line{"out_of_scope", "es-AR", "cuando juega boca"},
    Line{"out_of_scope", "es-AR", "me recomendas un libro"},
    Line{"out_of_scope", "en", "who won the match last night"},
    Line{"out_of_scope", "en", "how do i bake a chocolate cake"},
    Line{"out_of_scope", "en", "will it rain tomorrow"},
    Line{"out_of_scope", "en", "tell me a joke"},
    Line{"out_of_scope", "en", "what is the capital of france"},
    Line{"out_of_scope", "en", "recommend me a film"},
    Line{"out_of_scope", "en", "how much is two plus two"},
    Line{"out_of_scope", "en", "when does the bus leave"},
    Line{"out_of_scope", "en", "i want to buy shoes"},
    Line{"out_of_scope", "en", "what does my dream mean"},
    Line{"out_of_scope", "en", "play some music"},
};

} // namespace

const std::vector<nlu::Example>& phrases()
{
    static const std::vector<nlu::Example> all = [] {
        std::vector<nlu::Example> made;
        for (const Line& line : kLines)
            made.push_back({.text = QString::fromUtf8(line.text),
                            .intent = QString::fromLatin1(line.intent),
                            .language = QString::fromLatin1(line.language)});
        return made;
    }();
    return all;
}

const nlu::Trained& trained()
{
    static const nlu::Trained made = nlu::train(phrases(), {}).value();
    return made;
}

} // namespace nlutest
